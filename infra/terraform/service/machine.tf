resource "aws_iam_role" "machine" {
  name                 = local.name
  permissions_boundary = var.boundary == "" ? null : var.boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "machine" {
  name = "bucket"
  role = aws_iam_role.machine.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "TakeReleases"
        Effect = "Allow"
        Action = ["s3:GetObject"]
        Resource = [
          "${aws_s3_bucket.service.arn}/settings",
          "${aws_s3_bucket.service.arn}/wanted",
          "${aws_s3_bucket.service.arn}/releases/*",
        ]
      },
      {
        Sid    = "KeepBackups"
        Effect = "Allow"
        Action = ["s3:PutObject"]
        Resource = [
          "${aws_s3_bucket.service.arn}/running",
          "${aws_s3_bucket.service.arn}/backups/*",
          "${aws_s3_bucket.service.arn}/logs/*",
        ]
      },
    ]
  })
}

resource "aws_iam_instance_profile" "machine" {
  name = local.name
  role = aws_iam_role.machine.name
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
}

resource "aws_instance" "service" {
  ami                    = data.aws_ssm_parameter.image.insecure_value
  instance_type          = "t4g.micro"
  subnet_id              = aws_subnet.service.id
  vpc_security_group_ids = [aws_security_group.service.id]
  iam_instance_profile   = aws_iam_instance_profile.machine.name

  user_data_base64 = base64gzip(templatefile("${path.module}/user-data.yaml", {
    bucket = aws_s3_bucket.service.id
    files = {
      for place, file in {
        "/usr/local/bin/payweek-release"              = "release"
        "/usr/local/bin/payweek-keep"                 = "keep"
        "/usr/local/bin/payweek-disk"                 = "disk"
        "/etc/systemd/system/payweek.service"         = "payweek.service"
        "/etc/systemd/system/payweek-release.service" = "payweek-release.service"
        "/etc/systemd/system/payweek-release.timer"   = "payweek-release.timer"
        "/etc/systemd/system/payweek-keep.service"    = "payweek-keep.service"
        "/etc/systemd/system/payweek-keep.timer"      = "payweek-keep.timer"
      } : place => base64encode(file("${path.module}/machine/${file}"))
    }
  }))

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 8
    encrypted   = true
  }

  lifecycle {
    # A newer image of Amazon Linux is no reason to replace the machine on a day nobody chose.
    ignore_changes = [ami]
  }

  tags = { Name = local.name }

  # Packages come through this the moment it starts.
  depends_on = [aws_vpc_endpoint.s3, aws_route_table_association.service, aws_iam_role_policy.machine]
}

# The ledger. It outlives the machine, and is nothing that a plan may throw away.
resource "aws_ebs_volume" "ledger" {
  availability_zone = aws_subnet.service.availability_zone
  type              = "gp3"
  size              = 8
  encrypted         = true
  final_snapshot    = true
  tags              = { Name = "${local.name}-ledger" }
}

resource "aws_volume_attachment" "ledger" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.ledger.id
  instance_id = aws_instance.service.id
  # The service is stopped, and the ledger closed, before its disk goes.
  stop_instance_before_detaching = true
}

resource "aws_cloudwatch_metric_alarm" "machine" {
  alarm_name        = "payweek-${var.stage}-service-machine"
  alarm_description = "The machine with the ledger does not answer AWS; it is moved to another host by itself."

  namespace   = "AWS/EC2"
  metric_name = "StatusCheckFailed_System"
  statistic   = "Maximum"
  dimensions  = { InstanceId = aws_instance.service.id }

  period              = 60
  evaluation_periods  = 2
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  # A machine that reports nothing is none that runs.
  treat_missing_data = "breaching"

  alarm_actions = concat(
    ["arn:aws:automate:${var.region}:ec2:recover"], var.alarm_topic == "" ? [] : [var.alarm_topic]
  )
  ok_actions = var.alarm_topic == "" ? [] : [var.alarm_topic]
}
